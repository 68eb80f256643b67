using System.Threading.RateLimiting;

namespace Chancery.Server.Access;

/// <summary>Slows guessing down: ten tries at once, then one a minute, for each name and for each address.</summary>
internal sealed class SignInTries : IDisposable
{
    private const int AtOnce = 10;

    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = AtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0, AutoReplenishment = true }));

    /// <summary>Whether one more try is allowed.</summary>
    public bool Another(string name, string address)
    {
        using var byAddress = _tries.AttemptAcquire("from " + address);
        if (!byAddress.IsAcquired) return false;
        using var byName = _tries.AttemptAcquire("as " + name.ToLowerInvariant());
        return byName.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
