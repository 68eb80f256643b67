using System.Security.Cryptography;
using Chancery.Reading.Text;

namespace Chancery.Reading.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void It_is_the_hash_of_the_standard_at_every_length()
    {
        var bytes = new byte[300];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 131 + 7);
        for (var length = 0; length <= bytes.Length; length++)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))), ContentHash.Hex(bytes.AsSpan(0, length)));
        foreach (var length in new[] { 65_535, 65_536, 65_537, 200_000 })
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(new byte[length])), ContentHash.Hex(new byte[length]));
    }
}
