using Chancery.Register.Merging;

namespace Chancery.Storage.Ingest;

/// <summary>Profiles that were lately compared; those of a busy pair are asked for again and again. Profiles of a report never change.</summary>
internal sealed class ProfileCache(int most)
{
    private Dictionary<long, Profile> _young = [];
    private Dictionary<long, Profile> _old = [];

    public Profile? Get(long report)
    {
        if (_young.TryGetValue(report, out var profile)) return profile;
        if (!_old.TryGetValue(report, out profile)) return null;
        Put(profile);
        return profile;
    }

    public void Put(Profile profile)
    {
        if (_young.Count >= most / 2) (_old, _young) = (_young, []);
        _young[profile.Report] = profile;
    }

    public void Forget()
    {
        _young = [];
        _old = [];
    }
}
