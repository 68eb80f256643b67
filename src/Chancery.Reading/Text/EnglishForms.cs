namespace Chancery.Reading.Text;

/// <summary>How the English treebanks cut words that are written together. These belong to the definition of a token, as the clitics do,
/// so that everything that tokenises (documents, names of the knowledge pack) agrees without a table at hand.</summary>
internal static class EnglishForms
{
    /// <summary>Where a contraction without an apostrophe is cut ("can|not", "gon|na", "do|nt"), or 0.</summary>
    public static int ContractionCut(ReadOnlySpan<char> form)
    {
        if (form.Length is < 2 or > 8) return 0;
        Span<char> lower = stackalloc char[8];
        lower = lower[..form.ToLowerInvariant(lower)];
        return lower switch
        {
            "im" => char.IsUpper(form[0]) && char.IsUpper(form[1]) ? 0 : 1,
            "ive" => 1,
            "dont" or "wont" or "cant" or "aint" or "isnt" => 2,
            "cannot" or "gonna" or "wanna" or "gotta" or "didnt" or "wasnt" or "arent" or "youre" or "youll" => 3,
            "thats" or "whats" or "doesnt" or "havent" => 4,
            "couldnt" or "wouldnt" or "theres" => 5,
            _ => 0,
        };
    }

    /// <summary>Whether a prefix stays one token with the word behind its hyphen: "non-proliferation", "pro-Russian", "e-mail".</summary>
    public static bool IsBoundPrefix(ReadOnlySpan<char> prefix, char next)
    {
        if (prefix.Length > 7) return false;
        Span<char> lower = stackalloc char[8];
        lower = lower[..prefix.ToLowerInvariant(lower)];
        return lower switch
        {
            "non" or "anti" or "co" or "pre" or "pro" or "post" or "over" or "semi" or "multi" or "ex" or "sub" or "counter" or "mini" or "inter" or "intra" or "cross" => true,
            "re" or "e" => char.IsLower(next),
            // "mid-October" is a date: the month must stay a token of its own.
            "mid" => char.IsLower(next),
            // cease-fire, go-between
            "cease" => next is 'f',
            "go" => next is 'b',
            _ => false,
        };
    }

    /// <summary>Whether letters that follow a number at once are a unit, a token of its own ("5|pm", "40|m"), and not a part of it ("20th", "1990s", "5G").</summary>
    public static bool IsUnit(ReadOnlySpan<char> letters) => letters is "m" or "pm" or "PM" or "am" or "AM" or "k" or "K" or "M" or "b" or "bn" or "mm" or "cm" or "km" or "kg" or "ft" or "lb" or "Hz" or "kb" or "MB" or "GB" or "mins" or "hrs" or "percent" or "MW" or "kW" or "tn" or "mn";

    /// <summary>Whether the letters behind a dot are the extension of a file or the end of a host's name: "API.pdf", "Newsfeed.Com".</summary>
    public static bool IsExtension(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && char.IsLetter(text[n])) n++;
        if (n is < 3 or > 4 || n < text.Length && char.IsDigit(text[n])) return false;
        Span<char> lower = stackalloc char[4];
        lower = lower[..text[..n].ToLowerInvariant(lower)];
        return lower is "pdf" or "doc" or "docx" or "xls" or "xlsx" or "htm" or "html" or "txt" or "jpg" or "ppt" or "zip" or "exe" or "com" or "org" or "net" or "gov" or "edu" or "mil";
    }

    /// <summary>Whether an abbreviation keeps its dot before what follows: "No. 5" does and "No. He left" does not, "etc. and" does and "etc. They" does not.</summary>
    public static bool KeepsDot(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart();
        return next.IsEmpty || (word is "No" or "no" ? char.IsDigit(next[0]) : word is not ("etc" or "Etc") || !char.IsUpper(next[0]));
    }

    /// <summary>Length of a face of punctuation such as ":-)" at this place, or 0.</summary>
    public static int Face(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not (':' or ';' or '=' or '8')) return 0;
        var mouth = text[1] is '-' or '\'' && text.Length > 2 ? 2 : 1;
        if (text[mouth] is not (')' or '(' or 'D' or 'P' or 'p')) return 0;
        return mouth + 1 == text.Length || !char.IsLetterOrDigit(text[mouth + 1]) ? mouth + 1 : 0;
    }
}
