namespace Chancery.Server.Keeping;

/// <summary>Says that the answers of an address follow from the register, the day and the address alone, and may be given again while nothing was written.</summary>
/// <param name="EachPerson">True where they also follow from who asks, and not only from the role.</param>
internal sealed record KeptFor(bool EachPerson)
{
    /// <summary>The same answer for all who have the same role.</summary>
    public static KeptFor Role { get; } = new(false);

    /// <summary>An answer for one person.</summary>
    public static KeptFor Person { get; } = new(true);
}
