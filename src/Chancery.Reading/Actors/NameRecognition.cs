using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>What the trained recogniser adds to the tables: names that nobody listed, and names that only look like a listed one.</summary>
internal sealed class NameRecognition(Document document)
{
    public void Apply(List<Mention>[] names, ReadOnlySpan<int> sentences)
    {
        foreach (var s in sentences)
            foreach (var m in names[s])
            {
                var (kind, first, end) = SpanAt(m.First, document.Sentences[s]);
                if (kind == '-') continue;
                var longer = end - first > m.End - m.First && first <= m.First && m.End <= end;
                // "Victoria Nuland" is no city, "Ahmed" of an unknown "Ahmed Hussen" not the Ahmed of the tables.
                if (longer && kind == 'P' && m.Kind is MentionKind.Place && m.End - m.First == 1) (m.Kind, m.Place, m.State, m.Metonym) = (MentionKind.Unknown, -1, -1, false);
                else if (longer && kind == 'O' && m.Kind is MentionKind.Place or MentionKind.Person && m.End - m.First == 1 && m.Weak | m.Kind == MentionKind.Place) (m.Kind, m.Place, m.State, m.Metonym, m.Row, m.Match) = (MentionKind.Unknown, -1, -1, false, -1, default);
            }
    }

    // The recognised span over a token: P, O, L, or '-' where there is none.
    private (char Kind, int First, int End) SpanAt(int token, in Sentence sentence)
    {
        var kind = KindOf(document.Tokens[token].Name);
        if (kind == '-') return ('-', token, token);
        int first = token, end = token + 1;
        while (first > sentence.First && !Begins(document.Tokens[first].Name) && KindOf(document.Tokens[first - 1].Name) == kind) first--;
        while (end < sentence.End && !Begins(document.Tokens[end].Name) && KindOf(document.Tokens[end].Name) == kind) end++;
        return (kind, first, end);
    }

    private static bool Begins(NameTag tag) => tag is NameTag.PersonBegin or NameTag.OrganisationBegin or NameTag.PlaceBegin;

    private static char KindOf(NameTag tag) => tag switch
    {
        NameTag.PersonBegin or NameTag.PersonInside => 'P',
        NameTag.OrganisationBegin or NameTag.OrganisationInside => 'O',
        NameTag.PlaceBegin or NameTag.PlaceInside => 'L',
        _ => '-',
    };
}
