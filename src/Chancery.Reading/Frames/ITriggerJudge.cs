namespace Chancery.Reading.Frames;

/// <summary>Judges each trigger that <see cref="SentenceGate"/> lets through.</summary>
internal interface ITriggerJudge
{
    /// <summary>Whether the sentence is to be parsed for this trigger's sake; no further one of it is shown then.</summary>
    /// <param name="at">The sentence, the names in it and its place in the document.</param>
    /// <param name="view">What is seen of triggers.</param>
    /// <param name="trigger">Token.</param>
    /// <param name="lexeme">Hash of the word that triggers.</param>
    /// <param name="patterns">Patterns that may hold.</param>
    bool Opens(in SentenceView at, TriggerView view, int trigger, uint lexeme, List<ReadyPattern> patterns);

    /// <summary>Whether a sentence is parsed none of whose triggers was worth it.</summary>
    bool OpensAnyway { get; }
}
