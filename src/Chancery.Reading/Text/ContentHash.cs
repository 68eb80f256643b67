using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Chancery.Reading.Text;

/// <summary>SHA-256 as an identity of texts.</summary>
/// <remarks>The platform's own needs a cryptography library that takes 10 ms to load, a tenth of what a short article may take in all; so short texts are hashed here,
/// by the same standard (FIPS 180-4) and to the same bits.</remarks>
internal static class ContentHash
{
    // Above this the library is quicker even when it must be loaded.
    private const int Short = 1 << 16;

    private static ReadOnlySpan<uint> Start => [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];

    private static ReadOnlySpan<uint> Rounds =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[32];
        Compute(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Writes the 32 bytes of the hash.</summary>
    public static void Compute(ReadOnlySpan<byte> content, Span<byte> hash)
    {
        if (content.Length > Short) { SHA256.HashData(content, hash); return; }
        Span<uint> state = stackalloc uint[8];
        Start.CopyTo(state);
        var length = (ulong)content.Length * 8;
        for (; content.Length >= 64; content = content[64..]) Block(content[..64], state);
        // A one, zeros, and the length in bits at the end of a block.
        Span<byte> last = stackalloc byte[128];
        last.Clear();
        content.CopyTo(last);
        last[content.Length] = 0x80;
        last = last[..(content.Length < 56 ? 64 : 128)];
        BinaryPrimitives.WriteUInt64BigEndian(last[^8..], length);
        for (; last.Length > 0; last = last[64..]) Block(last[..64], state);
        for (var i = 0; i < 8; i++) BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * i)..], state[i]);
    }

    private static void Block(ReadOnlySpan<byte> block, Span<uint> state)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++) w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (var i = 16; i < 64; i++)
        {
            uint near = w[i - 2], far = w[i - 15];
            w[i] = w[i - 16] + (BitOperations.RotateRight(far, 7) ^ BitOperations.RotateRight(far, 18) ^ far >> 3)
                + w[i - 7] + (BitOperations.RotateRight(near, 17) ^ BitOperations.RotateRight(near, 19) ^ near >> 10);
        }
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < 64; i++)
        {
            var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + (e & f ^ ~e & g) + Rounds[i] + w[i];
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + (a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }
        state[0] += a; state[1] += b; state[2] += c; state[3] += d;
        state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
}
