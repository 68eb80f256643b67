namespace Chancery.Cli.Checking;

/// <summary>Something that is wrong, and where.</summary>
/// <param name="Where">File, perhaps with line, pattern or event.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Finding(string Where, string Message);
