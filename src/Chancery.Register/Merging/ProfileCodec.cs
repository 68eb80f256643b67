using System.Collections.Immutable;

namespace Chancery.Register.Merging;

/// <summary>Profiles as a few hundred bytes, so that a store can hand them over without parsing reports.</summary>
public static class ProfileCodec
{
    private const byte Version = 1;

    /// <summary>Writes a profile.</summary>
    public static byte[] Write(Profile p)
    {
        using var stream = new MemoryStream(256);
        using var w = new BinaryWriter(stream);
        w.Write(Version);
        w.Write(p.Report);
        w.Write(p.Document);
        w.Write(p.Group);
        w.Write(p.Type);
        w.Write((byte)p.Deed);
        w.Write((byte)p.Certainty);
        w.Write(p.First);
        w.Write(p.Last);
        w.Write(p.End);
        w.Write(p.Published);
        w.Write(p.PartOf);
        foreach (var text in new[] { p.Country, p.City, p.Venue, p.Name, p.Detail }) Optional(w, text);
        w.Write7BitEncodedInt(p.Parties.Length);
        foreach (var party in p.Parties)
        {
            w.Write((byte)party.Side);
            w.Write(party.Actor);
            Optional(w, party.Person);
            Optional(w, party.Office);
            Optional(w, party.Wikidata);
        }
        w.Write7BitEncodedInt(p.Blocks.Length);
        foreach (var block in p.Blocks) w.Write(block);
        w.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="InvalidDataException">Written by another version.</exception>
    public static Profile Read(byte[] bytes)
    {
        using var r = new BinaryReader(new MemoryStream(bytes));
        if (r.ReadByte() != Version) throw new InvalidDataException("a report's profile was written by another version; run 'chancery doctor --rebuild'");
        var profile = new Profile
        {
            Report = r.ReadInt64(), Document = r.ReadInt64(), Group = string.Intern(r.ReadString()), Type = string.Intern(r.ReadString()),
            Deed = (Deed)r.ReadByte(), Certainty = (Certainty)r.ReadByte(),
            First = r.ReadInt32(), Last = r.ReadInt32(), End = r.ReadInt32(), Published = r.ReadInt32(), PartOf = r.ReadInt64(),
            Country = Optional(r), City = Optional(r), Venue = Optional(r), Name = Optional(r), Detail = Optional(r), Parties = [],
        };
        var parties = ImmutableArray.CreateBuilder<Party>(r.Read7BitEncodedInt());
        for (var i = parties.Capacity; i > 0; i--)
            parties.Add(new Party((Side)r.ReadByte(), string.Intern(r.ReadString()), Optional(r), Optional(r), Optional(r)));
        var blocks = ImmutableArray.CreateBuilder<long>(r.Read7BitEncodedInt());
        for (var i = blocks.Capacity; i > 0; i--) blocks.Add(r.ReadInt64());
        return profile with { Parties = parties.MoveToImmutable(), Blocks = blocks.MoveToImmutable() };
    }

    private static void Optional(BinaryWriter w, string? text)
    {
        w.Write(text is not null);
        if (text is not null) w.Write(text);
    }

    private static string? Optional(BinaryReader r) => r.ReadBoolean() ? r.ReadString() : null;
}
