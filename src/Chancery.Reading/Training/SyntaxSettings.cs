namespace Chancery.Reading.Training;

/// <summary>Sizes and rates of a training run; written into the model's manifest.</summary>
public sealed record SyntaxSettings
{
    /// <summary>Units of each direction of each recurrent layer; a multiple of 16.</summary>
    public int Hidden { get; init; } = 160;

    /// <summary>Size of the summed embeddings of a word and its spelling.</summary>
    public int Bag { get; init; } = 96;

    /// <summary>Rows of the table of spelling features; a power of two.</summary>
    public int FeatureRows { get; init; } = 1 << 15;

    /// <summary>Size of the space in which heads and dependents meet.</summary>
    public int Arc { get; init; } = 128;

    /// <summary>Hidden units of the relation's classifier.</summary>
    public int Label { get; init; } = 128;

    /// <summary>Hidden units of the taggers.</summary>
    public int Tag { get; init; } = 96;

    /// <summary>Passes over the treebanks.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Times a treebank of the field is learned from in a pass, each but the first with other names in it.</summary>
    public int Copies { get; init; } = 3;

    /// <summary>Steps whose weights are averaged, about; 0 takes those of the last. Worth much where passes are few, nothing after twenty.</summary>
    public int Averaged { get; init; }

    /// <summary>Words in a batch, about.</summary>
    public int BatchWords { get; init; } = 700;

    /// <summary>Highest learning rate; it rises over the first steps and falls to nothing by a cosine.</summary>
    public float Rate { get; init; } = 0.003f;

    /// <summary>Dropout between layers.</summary>
    public float Dropout { get; init; } = 0.33f;

    /// <summary>Dropout of the inputs.</summary>
    public float InputDropout { get; init; } = 0.2f;

    /// <summary>Dropout of the recurrent state.</summary>
    public float StateDropout { get; init; } = 0.2f;

    /// <summary>Times a word must be seen to be forgotten but half of the time; 0 forgets nothing.</summary>
    public float Forgetting { get; init; } = 0.5f;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}
