namespace Chancery.Server.Maps;

/// <summary>Equal Earth (Šavrič, Patterson, Jenny 2018): areas stay true, so that a small country with many visits is not shown as a large one.</summary>
internal static class EqualEarth
{
    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
    private static readonly double s_m = Math.Sqrt(3) / 2;

    /// <summary>Width of the picture in its own units; the equator has this length.</summary>
    public const double Width = 1000;

    /// <summary>Height from the northern to the southern edge of the picture; Antarctica is left out.</summary>
    public const double Height = 446;

    private static readonly double s_scale = Width / (2 * Raw(Math.PI, 0).X);
    private static readonly double s_top = Raw(0, 84 * Math.PI / 180).Y;

    /// <summary>Degrees to the picture's units, from its upper left corner.</summary>
    public static (double X, double Y) Of(double longitude, double latitude)
    {
        var (x, y) = Raw(longitude * Math.PI / 180, latitude * Math.PI / 180);
        return (Width / 2 + x * s_scale, (s_top - y) * s_scale);
    }

    private static (double X, double Y) Raw(double lambda, double phi)
    {
        var theta = Math.Asin(s_m * Math.Sin(phi));
        var t2 = theta * theta;
        var t6 = t2 * t2 * t2;
        return (lambda * Math.Cos(theta) / (s_m * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))), theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)));
    }
}
