namespace Chancery.Intake;

/// <summary>A document cannot be read; the message is the reason and ends up behind the document's name.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException(string message) : base(message) { }

    public RefusedException(string message, Exception inner) : base(message, inner) { }
}
