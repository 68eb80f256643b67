namespace Chancery.Intake.Sources;

/// <summary>First bytes of formats that hold no text one could read as it stands.</summary>
internal static class Signature
{
    /// <summary>What the bytes are, as a message says it, or null.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "a PDF file, not text";
        if (head.StartsWith("PK\u0003\u0004"u8)) return "a ZIP or Office file, not text";
        if (head.StartsWith("{\\rtf"u8)) return "an RTF file, not plain text";
        if (head.StartsWith("SQLite format 3\0"u8)) return "an SQLite file, not text";
        if (head.StartsWith("PAR1"u8)) return "a Parquet file, not text";
        if (head.Length > 4 && head[0] == 0x7F && head[1..].StartsWith("ELF"u8)) return "a program, not text";
        if (head.StartsWith("GIF8"u8)) return "a GIF image, not text";
        return head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image, not text",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image, not text",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file, not text",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "an xz archive; unpack it first",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "a zstd archive; unpack it first",
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => "a bzip2 archive; unpack it first",
            _ => null,
        };
    }
}
