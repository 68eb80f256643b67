namespace Chancery.Register.Historian;

/// <summary>A stay of a principal in a country: a row of the Office of the Historian's "Travels Abroad".</summary>
/// <param name="Principal">Name.</param>
/// <param name="Role">president, secretary, or for others their office.</param>
/// <param name="Country">Country as the list writes it.</param>
/// <param name="Locales">Cities, separated by commas.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, inside.</param>
/// <param name="Remarks">What they did there.</param>
public sealed record HistorianStay(string Principal, string Role, string Country, string Locales, DateOnly Start, DateOnly End, string Remarks)
{
    /// <summary>State of <see cref="Country"/>, ISO 3166-1 alpha-3, or the name where there is none: what two stays in one country have in common however it is written.</summary>
    public required string Where { get; init; }
}
