using System.Globalization;
using System.Threading.RateLimiting;
using Chancery.Server.Failures;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Access;

/// <summary>How much one person, or one address of people unknown, may ask. Whoever sits at the machine itself is not counted.</summary>
internal sealed class RequestRates : IDisposable
{
    /// <summary>Requests of a person: at once, and then each second.</summary>
    private static readonly (int AtOnce, int ASecond) s_known = (300, 50), s_unknown = (200, 20);

    private readonly PartitionedRateLimiter<(string Who, bool Known)> _rates = PartitionedRateLimiter.Create<(string Who, bool Known), (string, bool)>(key =>
    {
        var (atOnce, aSecond) = key.Known ? s_known : s_unknown;
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        { TokenLimit = atOnce, TokensPerPeriod = aSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true });
    });

    public async Task Pass(HttpContext http, Visitor visitor, RequestDelegate next)
    {
        if (!visitor.IsLocal)
        {
            using var lease = _rates.AttemptAcquire((visitor.Name ?? SignInFeature.Via(http) ?? "", visitor.Name is not null));
            if (!lease.IsAcquired)
            {
                http.Response.Headers.RetryAfter = 2.ToString(CultureInfo.InvariantCulture);
                await Failure.Of(StatusCodes.Status429TooManyRequests, "Too many requests", "Wait a moment, then try again.").ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    }

    public void Dispose() => _rates.Dispose();
}
