using Chancery.Server.Answers;

namespace Chancery.Server.Keeping;

/// <summary>Where the answer that is being made will be kept.</summary>
internal sealed class KeptPlace(KeptAnswers answers, string state, string key)
{
    /// <summary>What was made; null while nothing was.</summary>
    public MadeAnswer? Made { get; private set; }

    public void Keep(MadeAnswer made)
    {
        made.Pack();
        Made = made;
        answers.Put(state, key, made);
    }
}
