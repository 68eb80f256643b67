namespace Chancery.Reading.Syntax;

/// <summary>The tables that turn a form into the vector which the first layer reads.</summary>
internal sealed unsafe class FormEncoder
{
    private readonly WordTable _table;
    private readonly WordTable? _marks;
    private readonly QuantTable _vectors, _words, _features;

    /// <summary>Takes the tables from a model.</summary>
    /// <param name="file">The model.</param>
    /// <param name="prefix">What the names of the learned tables begin with.</param>
    /// <param name="first">Another encoder of the same model, with which fixed tables are shared.</param>
    public FormEncoder(ModelFile file, string prefix = "", FormEncoder? first = null)
    {
        _table = first?._table ?? new WordTable(file.Get<ulong>("table.keys"), file.Get<int>("table.ids"));
        if (file.Has("marks.keys")) _marks = first?._marks ?? new WordTable(file.Get<ulong>("marks.keys"), file.Get<int>("marks.ids"));
        (_vectors, _words, _features) = (first?._vectors ?? new(file, "vectors"), new(file, prefix + "words"), new(file, prefix + "features"));
    }

    /// <summary>Length of the vector.</summary>
    public int Size => _vectors.Size + _features.Size;

    /// <summary>Writes the vector of a form.</summary>
    public void Encode(ReadOnlySpan<char> form, float* x)
    {
        new Span<float>(x, Size).Clear();
        var word = _table.IdOf(form);
        if (word > 0 && word < _vectors.Rows) _vectors.AddTo(x, word);
        x += _vectors.Size;
        if (word > 0 && word < _words.Rows) _words.AddTo(x, word);
        Span<int> features = stackalloc int[FormFeatures.Capacity];
        var n = FormFeatures.Write(form, features, _features.Rows);
        if (_marks is not null) n = FormFeatures.WriteMarks(form, _marks.IdOf(form), features, n, _features.Rows);
        foreach (var feature in features[..n]) _features.AddTo(x, feature);
    }
}
