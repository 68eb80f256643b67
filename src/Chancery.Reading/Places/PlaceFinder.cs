using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Places;

/// <summary>Finds mentions of places and states by their names alone: the longest name at each token, unless it is rather part of another name.</summary>
public sealed class PlaceFinder(KnowledgePack pack, CommonWords common, PlaceAbbreviations abbreviations)
{
    /// <summary>Mentions in order of the text; none overlap.</summary>
    /// <param name="document">Document with its words assigned.</param>
    /// <param name="adjectives">Whether adjectives and demonyms of states count too.</param>
    public List<PlaceMention> Find(Document document, bool adjectives = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        var mentions = new List<PlaceMention>();
        Span<NameMatch> matches = stackalloc NameMatch[16];
        for (var i = 0; i < document.Tokens.Length;)
        {
            // "Paris, Tenn.": a short form counts only behind a place.
            if (mentions.Count > 0 && mentions[^1].End == i - 1 && document.Form(i - 1) is "," && abbreviations.Division(document.Form(i)) is { } code && pack.Division(code) is { } division)
            {
                mentions.Add(new PlaceMention(i, i + 1) { Options = [PlaceOptions.Place(pack, division.Index, 1)] });
                i++;
                continue;
            }
            var found = pack.Match(document.Tokens, i, matches);
            var step = 1;
            for (var m = found - 1; m >= 0; m--)
            {
                var candidates = pack.Candidates(matches[m]);
                var options = PlaceOptions.Of(pack, candidates);
                var otherwise = IsOtherwise(candidates);
                // A longer name of something else swallows the place in it ("Bank of China", "Boris Johnson").
                if (options.Length == 0) { if (otherwise && matches[m].Count > 1) { step = matches[m].Count; break; } continue; }
                step = matches[m].Count;
                if (otherwise || !adjectives && OnlyAdjective(candidates) || !Reads(document, i, matches[m].Count, options)) break;
                mentions.Add(new PlaceMention(i, i + matches[m].Count) { Options = options });
                break;
            }
            i += step;
        }
        return mentions;
    }

    // A person's full name, an outlet, an office: what the name rather is.
    private static bool IsOtherwise(ReadOnlySpan<Candidate> candidates)
    {
        foreach (var c in candidates)
            if (c.Kind is EntryKind.Person && c.Form is NameForm.Name or NameForm.FullName || c.Kind is EntryKind.Outlet or EntryKind.Office or EntryKind.Body or EntryKind.Organisation or EntryKind.Honour) return true;
        return false;
    }

    private static bool OnlyAdjective(ReadOnlySpan<Candidate> candidates)
    {
        foreach (var c in candidates)
            if (c.Kind == EntryKind.Place || c.Kind == EntryKind.State && c.Form is not (NameForm.Adjective or NameForm.Demonym or NameForm.DemonymPlural)) return false;
        return true;
    }

    private bool Reads(Document document, int first, int count, PlaceOption[] options)
    {
        var tokens = document.Tokens;
        var end = first + count;
        if (count == 1 && common.Contains(document.Form(first)) && options[0].Prior < 0.6f) return false;
        // A capitalised word on either side makes it part of a longer name that nobody listed ("Jackson Browne", "Mr Lincoln").
        var known = options[0].IsState || options[0].Prior > 0.75f;
        if (end < tokens.Length && IsNameWord(document, end) && !StartsName(document, end)) return false;
        if (first > 0 && IsNameWord(document, first - 1) && (tokens[first - 1].Shape & TokenShape.SentenceStart) == 0 && !known) return false;
        return !(first > 0 && document.Form(first - 1) is "Mr." or "Mrs." or "Ms." or "Dr." or "Mr" or "Mrs" or "Ms" or "Dr" or "Rev." or "Sgt." or "Lt." or "Capt." or "Sen." or "Rep." or "Judge" or "Officer" or "Deputy");
    }

    private static bool IsNameWord(Document document, int token) =>
        (document.Tokens[token].Shape & (TokenShape.Capital | TokenShape.Letter)) == (TokenShape.Capital | TokenShape.Letter) && (document.Tokens[token].Shape & (TokenShape.LineBefore | TokenShape.SentenceStart)) == 0;

    // "Moscow President Putin": what follows is a name of its own.
    private bool StartsName(Document document, int token)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        var found = pack.Match(document.Tokens, token, matches);
        for (var m = 0; m < found; m++)
            foreach (var c in pack.Candidates(matches[m]))
                if (c.Kind is EntryKind.Office or EntryKind.Person && c.Form != NameForm.Surname) return true;
        return false;
    }
}
