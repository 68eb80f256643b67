namespace Chancery.Reading.Attributions;

/// <summary>Who is given as the source of something, and by which word.</summary>
/// <param name="Source">The phrase that names the source.</param>
/// <param name="Cue">The attributing word: "said", "according".</param>
public readonly record struct AttributedSource(TextSpan Source, TextSpan Cue);
