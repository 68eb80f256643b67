using System.Text;

namespace Chancery.Intake.Decoding;

/// <summary>Byte order marks, and streams in the encodings they announce.</summary>
internal static class ByteOrderMark
{
    /// <summary>The mark of UTF-8, which says nothing and is dropped.</summary>
    public static ReadOnlySpan<byte> Utf8 => [0xEF, 0xBB, 0xBF];

    /// <summary>The strict decoder that a mark of UTF-16 or UTF-32 announces, or null.</summary>
    public static Encoding? Wide(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };

    /// <summary>The first bytes in UTF-8, as far as they can be decoded; for looking at only.</summary>
    public static byte[] ToUtf8(Encoding wide, ReadOnlySpan<byte> head)
    {
        var lenient = Encoding.GetEncoding(wide.CodePage);
        return Encoding.UTF8.GetBytes(lenient.GetString(head[wide.Preamble.Length..]));
    }

    /// <summary>The stream in UTF-8.</summary>
    public static Stream ToUtf8(Encoding wide, Stream stream) => Encoding.CreateTranscodingStream(stream, wide, new UTF8Encoding(false));
}
