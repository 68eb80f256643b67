using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Register;

/// <summary>
/// Ids of the register. A document and a report have a number of 62 bits taken from a hash of what they are, so that two registers
/// that read the same text agree on it without speaking to each other. An event goes by the number of its earliest report;
/// the numbers of its other reports lead to it as well, so an id that was ever printed still leads somewhere after a merge or a split.
/// </summary>
public static class RegisterId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Number of a document by the id of its text (<c>sha256:…</c>).</summary>
    public static long Document(string documentId) => Hash("d", documentId);

    /// <summary>Number of a report by its document and its id in that document.</summary>
    public static long Report(string documentId, string reportId) => Hash("r", documentId, reportId);

    /// <summary>A number from any parts.</summary>
    public static long Hash(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!)), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) & 0x3FFF_FFFF_FFFF_FFFF;
    }

    /// <summary>Printed form: <c>e</c> and thirteen characters of Crockford's base 32.</summary>
    public static string Print(long number, char prefix = 'e')
    {
        Span<char> text = stackalloc char[14];
        text[0] = prefix;
        for (var i = 13; i >= 1; i--, number >>= 5) text[i] = Alphabet[(int)(number & 31)];
        return new string(text);
    }

    /// <summary>Number of a printed id, or null where it is none.</summary>
    public static long? Parse(string text)
    {
        if (text.Length != 14 || text[0] is not ('e' or 'r' or 'd' or 'j')) return null;
        long number = 0;
        foreach (var c in text.AsSpan(1))
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (value < 0) return null;
            number = (number << 5) | (uint)value;
        }
        return number;
    }
}
