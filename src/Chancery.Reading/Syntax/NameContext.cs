namespace Chancery.Reading.Syntax;

/// <summary>What the name recogniser sees of a token beside its form, as rows of a table of embeddings: part of speech, relation, how the sentence uses
/// capitals, and what lists of names say.</summary>
/// <remarks>Training and reading share this code.</remarks>
internal sealed class NameContext
{
    /// <summary>Row where relations begin, behind the parts of speech.</summary>
    public const int FirstRelation = 24;

    /// <summary>Row where ways of using capitals begin.</summary>
    public const int FirstCapitals = 88;

    /// <summary>Row where the hints of lists begin.</summary>
    public const int FirstHint = 96;

    /// <summary>Rows of the table.</summary>
    public const int Rows = FirstHint + NamePhrases.Rows;

    /// <summary>Rows a token has at most.</summary>
    public const int Most = NamePhrases.Most + 3;

    private short[] _rows = [], _hints = [];

    /// <summary>The rows of a token of the last batch.</summary>
    /// <param name="row">The token's row: sentences lie one after another with an empty row before each.</param>
    public ReadOnlySpan<short> this[int row]
    {
        get
        {
            var rows = _rows.AsSpan(row * Most, Most);
            var end = rows.IndexOf((short)-1);
            return end < 0 ? rows : rows[..end];
        }
    }

    /// <summary>Finds the rows of all tokens of some sentences.</summary>
    public void Find(Document document, ReadOnlySpan<int> sentences, int rows, NamePhrases phrases)
    {
        if (_rows.Length < rows * Most) _rows = new short[rows * Most * 2];
        Array.Fill(_rows, (short)-1, 0, rows * Most);
        var row = 1;
        foreach (var index in sentences)
        {
            var sentence = document.Sentences[index];
            if (_hints.Length < sentence.Count * NamePhrases.Most) _hints = new short[sentence.Count * NamePhrases.Most * 2];
            var hints = _hints.AsSpan(0, sentence.Count * NamePhrases.Most);
            phrases.Find(document, sentence, hints);
            var capitals = (short)(FirstCapitals + Capitals(document, sentence));
            for (var i = 0; i < sentence.Count; i++, row++)
            {
                ref var token = ref document.Tokens[sentence.First + i];
                var target = _rows.AsSpan(row * Most, Most);
                (target[0], target[1], target[2]) = ((short)token.Pos, (short)(FirstRelation + (int)token.Relation), capitals);
                for (var k = 0; k < NamePhrases.Most && hints[i * NamePhrases.Most + k] >= 0; k++) target[3 + k] = (short)(FirstHint + hints[i * NamePhrases.Most + k]);
            }
            row++;
        }
    }

    /// <summary>How a sentence uses capitals, which tells what one is worth in it: 0 as usual, 1 nowhere, 2 in whole words, 3 at nearly every word, 4 at each of its one or two words.</summary>
    private static int Capitals(Document document, Sentence sentence)
    {
        int words = 0, capitals = 0, whole = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var form = document.Form(i);
            if (!char.IsLetter(form[0])) continue;
            words++;
            if (!char.IsUpper(form[0])) continue;
            capitals++;
            if (form.Length > 1 && char.IsUpper(form[1])) whole++;
        }
        if (words == 0) return 0;
        if (capitals == 0) return 1;
        if (whole * 2 > words) return 2;
        return words < 3 ? (capitals == words ? 4 : 0) : capitals * 4 >= words * 3 ? 3 : 0;
    }
}
