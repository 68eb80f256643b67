using Chancery.Reading.Reports;

namespace Chancery.Reading;

/// <summary>Reads articles. The deterministic reader of this project and, where a user connects one, a language model behind the same door.</summary>
public interface IReader
{
    /// <summary>Name and version, kept with each claim.</summary>
    string Version { get; }

    /// <summary>Reads one article. Same article, same version: same answer, on any thread.</summary>
    ArticleReading Read(Article article);
}
