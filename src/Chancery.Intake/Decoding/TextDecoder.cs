using System.Text;

namespace Chancery.Intake.Decoding;

/// <summary>Bytes to text: by byte order mark, by the declared charset, else as UTF-8 and nothing else.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes a document.</summary>
    /// <param name="bytes">All bytes of the document.</param>
    /// <param name="declared">The charset that a page or feed declares, or null.</param>
    /// <exception cref="RefusedException">The bytes are not of the encoding they must be.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByteOrderMark.Wide(bytes) is { } wide) return Decode(bytes[wide.Preamble.Length..], wide, wide.WebName);
        if (bytes.StartsWith(ByteOrderMark.Utf8)) return DecodeUtf8(bytes[3..], null);
        return declared is null || Charset.IsUtf8(declared) ? DecodeUtf8(bytes, declared) : Decode(bytes, Charset.Encoding(declared), declared);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, string? declared)
    {
        try { return s_strict.GetString(bytes); }
        catch (DecoderFallbackException e)
        {
            var at = FirstFault(bytes);
            var declaration = declared is null ? "and no other charset is declared" : $"though {declared} is declared";
            throw new RefusedException($"byte 0x{bytes[at]:X2} at offset {at} is no UTF-8, {declaration}", e);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try { return encoding.GetString(bytes); }
        catch (DecoderFallbackException e) { throw new RefusedException($"the bytes are not in {name}, which is declared", e); }
    }

    private static int FirstFault(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return Math.Min(at, bytes.Length - 1);
    }
}
