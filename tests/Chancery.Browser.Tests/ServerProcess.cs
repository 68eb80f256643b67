using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Chancery.Browser.Tests;

/// <summary>The command as a process of its own, so that it can be killed as a power cut would.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> Start(string register, int port)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Chancery.Cli", "debug", "chancery");
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--register", register, "--urls", $"http://127.0.0.1:{port}"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        // It says that it listens; until then nothing is asked of it.
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"127.0.0.1:{port}", line);
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return new(process, new Uri($"http://127.0.0.1:{port}"));
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
