using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Places;

/// <summary>Turns candidates of the pack into options for places.</summary>
public static class PlaceOptions
{
    /// <summary>States and places among candidates; a state named by its capital is left to the capital.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="candidates">Candidates of one name.</param>
    /// <param name="most">More options than this are dropped, the least known first.</param>
    public static PlaceOption[] Of(KnowledgePack pack, ReadOnlySpan<Candidate> candidates, int most = 48)
    {
        var options = new List<PlaceOption>();
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == EntryKind.State && candidate.Form is not NameForm.Metonym && !options.Exists(o => o.IsState && o.Index == candidate.Index)) options.Add(State(pack, candidate.Index, candidate.Prior));
            else if (candidate.Kind == EntryKind.Place) options.Add(Place(pack, candidate.Index, candidate.Prior));
        }
        options.Sort((a, b) => a.Prior != b.Prior ? b.Prior.CompareTo(a.Prior) : a.Index.CompareTo(b.Index));
        if (options.Count > most) options.RemoveRange(most, options.Count - most);
        return [.. options];
    }

    /// <summary>Options for a given stretch of tokens, whatever its capitals; where no name covers it whole, of the longest name at its start, else at its end.</summary>
    public static PlaceOption[] Named(KnowledgePack pack, Document document, int first, int end, PlaceAbbreviations? abbreviations = null)
    {
        if (abbreviations?.Division(document.Span(first, end).Slice(document.Text)) is { } code && pack.Division(code) is { } division) return [Place(pack, division.Index, 1)];
        if (first < end - 1 && document.Form(first) is "the" or "The") first++;
        Span<int> words = stackalloc int[16];
        var count = Math.Min(end - first, 16);
        for (var i = 0; i < count; i++) words[i] = document.Tokens[first + i].Word;
        for (var length = count; length > 0; length--)
            if (Of(pack, pack.Find(words[..length])) is { Length: > 0 } options) return options;
        for (var start = 1; start < count; start++)
            if (Of(pack, pack.Find(words[start..count])) is { Length: > 0 } options) return options;
        return [];
    }

    /// <summary>A state as an option.</summary>
    public static PlaceOption State(KnowledgePack pack, int index, float prior)
    {
        var state = pack.State(index);
        return new PlaceOption(EntryKind.State, index, index, 0, 0, PlaceClass.Region, (float)state.Latitude, (float)state.Longitude, prior);
    }

    /// <summary>A row of the places as an option.</summary>
    public static PlaceOption Place(KnowledgePack pack, int index, float prior)
    {
        var place = pack.Place(index);
        return new PlaceOption(EntryKind.Place, index, place.State, place.Admin1Key, place.Admin2Key, place.Class, (float)place.Latitude, (float)place.Longitude, prior);
    }
}
