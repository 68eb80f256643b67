using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Chancery.Server.Answers;

/// <summary>
/// The body of an answer as it was made, the same for everybody of a role: where a visitor has something of their own (the token of a form, the name), a mark stands,
/// which is replaced when the answer is sent (<see cref="Tagged"/>).
/// </summary>
internal sealed class MadeAnswer
{
    /// <summary>Stands for the token of a form. Random, so that no text of an article can hold it; it never leaves the server.</summary>
    public static string TokenMark { get; } = RandomMark();

    /// <summary>Stands for the visitor's name.</summary>
    public static string NameMark { get; } = RandomMark();

    private static readonly byte[] s_token = Encoding.ASCII.GetBytes(TokenMark), s_name = Encoding.ASCII.GetBytes(NameMark);

    private readonly ImmutableArray<(int At, bool Token)> _marks;
    private readonly int _length;
    private readonly Lazy<byte[]> _brotli;
    private ReadOnlyMemory<byte>? _body;

    public MadeAnswer(string type, ReadOnlyMemory<byte> body, StringValues vary, StringValues link)
    {
        (Type, _body, _length, Vary, Link) = (type, body, body.Length, vary, link);
        _marks = [.. Places(body.Span, s_token).Select(at => (at, true)).Concat(Places(body.Span, s_name).Select(at => (at, false))).Order()];
        Hash = Short(body.Span);
        _brotli = new(Compress);
    }

    public string Type { get; }

    public ReadOnlyMemory<byte> Body => _body ?? Decompress();

    public StringValues Vary { get; }

    public StringValues Link { get; }

    /// <summary>Of the body with its marks.</summary>
    public string Hash { get; }

    /// <summary>True where a form of it carries a token: it belongs to one visitor and is not kept by browsers.</summary>
    public bool HasToken => _marks.Any(m => m.Token);

    /// <summary>True where it names the visitor.</summary>
    public bool HasName => _marks.Any(m => !m.Token);

    /// <summary>The body in Brotli, compressed once; as it is where no mark stands in it (<see cref="IsPlain"/>).</summary>
    public ReadOnlyMemory<byte> Brotli => _brotli.Value;

    /// <summary>True where everybody gets the same bytes.</summary>
    public bool IsPlain => _marks.IsEmpty;

    /// <summary>About how many bytes it takes in memory.</summary>
    public int Size => Brotli.Length + 400;

    /// <summary>Lets the body itself go, which takes five times the room of its compressed form.</summary>
    public void Pack()
    {
        _ = Brotli;
        _body = null;
    }

    /// <summary>The body with what is the visitor's own.</summary>
    public ReadOnlyMemory<byte> For(string token, string name)
    {
        if (IsPlain) return Body;
        var (words, who) = (Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(name));
        var made = Body.Span;
        var body = new byte[made.Length + _marks.Sum(m => m.Token ? words.Length - s_token.Length : who.Length - s_name.Length)];
        var (from, to) = (0, 0);
        foreach (var (at, isToken) in _marks)
        {
            Copy(made[from..at]);
            Copy(isToken ? words : who);
            from = at + (isToken ? s_token.Length : s_name.Length);
        }
        Copy(made[from..]);
        return body;

        void Copy(ReadOnlySpan<byte> part)
        {
            part.CopyTo(body.AsSpan(to));
            to += part.Length;
        }
    }

    /// <summary>A short hash of a text.</summary>
    public static string HashOf(string? text) => Short(Encoding.UTF8.GetBytes(text ?? ""));

    private static string Short(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..24];

    private byte[] Compress()
    {
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.Fastest)) brotli.Write(_body!.Value.Span);
        return to.ToArray();
    }

    private byte[] Decompress()
    {
        var body = new byte[_length];
        using var brotli = new BrotliStream(new MemoryStream(Brotli.ToArray()), CompressionMode.Decompress);
        brotli.ReadExactly(body);
        return body;
    }

    private static List<int> Places(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark)
    {
        var places = new List<int>();
        for (var at = 0; body[at..].IndexOf(mark) is >= 0 and var next; at = places[^1] + mark.Length) places.Add(at + next);
        return places;
    }

    private static string RandomMark() => "m" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
