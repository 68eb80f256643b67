namespace Chancery.Reading.Syntax;

/// <summary>All that one thread needs to analyse batches: kept from batch to batch, so that nothing is allocated a token.</summary>
internal sealed class SyntaxScratch
{
    public Packing Packing { get; } = new();

    public LstmScratch Lstm { get; } = new();

    public Eisner Eisner { get; } = new();

    /// <summary>Pieces of sentences that wait: first token and length.</summary>
    public List<(int First, int Count)> Pieces { get; } = [];

    public List<(int First, int Count)> Batch { get; } = [];

    public FormGates Forms { get; } = new();

    public Store<float> X { get; } = new();

    public Store<float> Gates { get; } = new();

    public Store<float> Scales { get; } = new();

    public Store<short> Inputs { get; } = new();

    public Store<short> FirstLayer { get; } = new();

    public Store<short> SecondLayer { get; } = new();

    public Store<short> Natural { get; } = new();

    public Store<int> RowOf { get; } = new();

    public Store<float> Heads { get; } = new();

    public Store<float> Small { get; } = new();

    public Store<short> SmallInputs { get; } = new();

    public Store<float> Query { get; } = new();

    public Store<float> Tags { get; } = new();

    public Store<float> Arcs { get; } = new();

    public Mat HeadRows { get; } = new(0, 16);

    public Mat HeadColumns { get; } = new(0, 16);

    public int[] Best { get; set; } = [];
}
