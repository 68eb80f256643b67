namespace Chancery.Reading.Training;

/// <summary>Sizes and rates of training the name recogniser; written into the model's manifest.</summary>
public sealed record NamesSettings
{
    /// <summary>Networks that vote.</summary>
    public int Networks { get; init; } = 3;

    /// <summary>Width of the layers; a multiple of 32.</summary>
    public int Width { get; init; } = 192;

    /// <summary>Number of layers.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Size of the summed embeddings of a word, its spelling and its part of speech.</summary>
    public int Bag { get; init; } = 96;

    /// <summary>Rows of the table of spelling features; a power of two.</summary>
    public int FeatureRows { get; init; } = 1 << 13;

    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 7;

    /// <summary>Passes after which training ends although the learning rate falls as if all were made; 0 for all.</summary>
    public int Stop { get; init; }

    /// <summary>Words in a batch, about.</summary>
    public int BatchWords { get; init; } = 600;

    /// <summary>Highest learning rate.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Learning rate of the tables of embeddings, as a share of that of the layers.</summary>
    public float TableRate { get; init; } = 0.2f;

    /// <summary>Dropout between layers.</summary>
    public float Dropout { get; init; } = 0.4f;

    /// <summary>Dropout of the inputs.</summary>
    public float InputDropout { get; init; } = 0.3f;

    /// <summary>Times a word must be seen to be forgotten but half of the time.</summary>
    public float Forgetting { get; init; } = 3;

    /// <summary>Share of the words whose part of speech and relation are withheld.</summary>
    public float Doubt { get; init; } = 0.06f;

    /// <summary>Share of the sentences with names that are learned from once more in small letters.</summary>
    public float Lowered { get; init; } = 0.35f;

    /// <summary>Words of each raw text that are learned from a teacher.</summary>
    public int RawWords { get; init; } = 200_000;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}
