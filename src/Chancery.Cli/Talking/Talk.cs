namespace Chancery.Cli.Talking;

/// <summary>What a command says on stderr: refusals, warnings, a running count. Data never goes here.</summary>
internal sealed class Talk(TextWriter error, bool isQuiet, ProgressLine? progress)
{
    /// <summary>Documents that were read.</summary>
    public int Read { get; private set; }

    /// <summary>Documents that could not be read.</summary>
    public int Refused { get; private set; }

    /// <summary>Exit code by the contract: failed where nothing was read, in part where something was not.</summary>
    public int Code => Refused == 0 ? ExitCode.Done : Read == 0 ? ExitCode.Failed : ExitCode.InPart;

    /// <summary>One document was read.</summary>
    public void Count()
    {
        Read++;
        progress?.Show(Read, Refused);
    }

    /// <summary>One document could not be read; said even where quiet is asked for.</summary>
    public void Refuse(string name, string reason)
    {
        Refused++;
        progress?.Clear();
        error.WriteLine($"chancery: {name}: {reason}");
    }

    /// <summary>Something about a document that was read all the same.</summary>
    public void Warn(string name, string warning)
    {
        if (isQuiet) return;
        progress?.Clear();
        error.WriteLine($"chancery: {name}: warning: {warning}");
    }

    /// <summary>Takes the running count away.</summary>
    public void End() => progress?.Clear();
}
