using System.Diagnostics;
using System.Globalization;
using Chancery.Intake;

namespace Chancery.Cli.Talking;

/// <summary>A bar on the last line of a terminal's stderr; nothing anywhere else.</summary>
internal sealed class ProgressLine
{
    private const int Width = 30;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);

    private readonly IntakeMeter _meter;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = TimeSpan.FromMilliseconds(400);
    private bool _isShown;

    /// <summary>Shows bytes counted by <paramref name="meter"/>.</summary>
    public ProgressLine(IntakeMeter meter) => _meter = meter;

    /// <summary>True where stderr is a terminal and talk is wanted.</summary>
    public static bool IsWanted(bool isQuiet) =>
        !isQuiet && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    public void Show(int read, int refused)
    {
        if (_clock.Elapsed < _next) return;
        _next = _clock.Elapsed + s_pause;
        var share = _meter.Total > 0 ? Math.Min(1, _meter.Taken / (double)_meter.Total) : 0;
        var done = (int)(share * Width);
        var bar = _meter.Total > 0 ? $"{new string('━', done)}{new string('╌', Width - done)} {share * 100,3:0} %  " : "";
        var speed = _meter.Taken / 1e6 / _clock.Elapsed.TotalSeconds;
        var failed = refused == 0 ? "" : $"  {refused} not read";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{bar}{read:N0} documents  {speed:0.0} MB/s{failed}"));
        _isShown = true;
    }

    public void Clear()
    {
        if (!_isShown) return;
        Console.Error.Write("\r\u001b[K");
        _isShown = false;
    }
}
