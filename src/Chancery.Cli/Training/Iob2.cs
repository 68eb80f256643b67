using Chancery.Reading.Syntax;

namespace Chancery.Cli.Training;

/// <summary>Reads names in the format of Universal NER: number, token, tag; sentences parted by empty lines.</summary>
internal static class Iob2
{
    /// <summary>Forms and tags of each sentence, and whether a document begins with it. Kinds other than PER, ORG and LOC count as no name
    /// unless <paramref name="others"/> are wanted, as two tags behind the last of <see cref="NameTag"/>.</summary>
    public static List<(string[] Forms, NameTag[] Names, bool Opens)> Read(string path, bool others = false)
    {
        var result = new List<(string[], NameTag[], bool)>();
        var forms = new List<string>();
        var names = new List<NameTag>();
        var opens = false;
        using var reader = Conllu.Open(path);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] == '#')
            {
                opens |= line.StartsWith("# newdoc", StringComparison.Ordinal);
                continue;
            }
            var cells = line.Split('\t');
            if (cells.Length < 3)
            {
                if (forms.Count > 0)
                {
                    result.Add(([.. forms], [.. names], opens));
                    opens = false;
                }
                forms.Clear();
                names.Clear();
                continue;
            }
            forms.Add(cells[1]);
            names.Add(Tag(cells[2], others));
        }
        if (forms.Count > 0) result.Add(([.. forms], [.. names], opens));
        return result;
    }

    private static NameTag Tag(string name, bool others) => name switch
    {
        "B-PER" => NameTag.PersonBegin,
        "I-PER" => NameTag.PersonInside,
        "B-ORG" => NameTag.OrganisationBegin,
        "I-ORG" => NameTag.OrganisationInside,
        "B-LOC" => NameTag.PlaceBegin,
        "I-LOC" => NameTag.PlaceInside,
        "B-OTH" when others => NameTag.PlaceInside + 1,
        "I-OTH" when others => NameTag.PlaceInside + 2,
        _ => NameTag.None,
    };
}
