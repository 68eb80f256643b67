using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Places;

/// <summary>All mentions of an article that share one sense, with the weight of each option.</summary>
internal sealed class PlaceGroup(string form, PlaceOption[] options, PlaceHolder holder)
{
    private readonly double[] _base = new double[options.Length];
    private readonly double[] _score = new double[options.Length];
    private readonly double[] _share = new double[options.Length];

    public string Form => form;

    public List<PlaceMention> Mentions { get; } = [];

    public void Start(PlaceWeights weights, int outletState)
    {
        for (var i = 0; i < options.Length; i++)
        {
            ref readonly var option = ref options[i];
            _base[i] = weights.Prior * option.Prior
                + (option.IsState ? weights.State : option.Class switch { PlaceClass.Division2 => weights.SecondDivision, PlaceClass.Division1 => weights.FirstDivision, _ => 0 })
                + (outletState >= 0 && option.State == outletState ? weights.Outlet : 0)
                + (IsNamed(option) ? weights.Named : 0);
            _score[i] = _base[i];
        }
        Settle();
    }

    private bool IsNamed(in PlaceOption option)
    {
        if (holder.IsNone) return false;
        if (holder.Division!.Length > 0) return option.Kind == EntryKind.Place && option.Admin1 == holder.DivisionKey && option.Class != PlaceClass.Division1;
        foreach (var other in holder.Options!)
            if (other.Holds(option)) return true;
        return false;
    }

    /// <summary>Weighs each option by what the other groups may mean: each speaks for the options that go well with a likely meaning of its own.</summary>
    public void Weigh(List<PlaceGroup> groups, PlaceWeights weights)
    {
        // Ten places of one state do not speak ten times as loud as one.
        var scale = 1 / Math.Pow(groups.Count, weights.Crowd);
        for (var i = 0; i < options.Length; i++)
        {
            double support = 0, state = 0, division = 0;
            foreach (var other in groups)
            {
                if (other == this) continue;
                var message = other.Message(options[i], weights, out var holds);
                // "U.S.", "US" and "United States" are one voice.
                if (holds == EntryKind.State) state = Math.Max(state, message);
                else if (holds == EntryKind.Place) division = Math.Max(division, message);
                else support += message;
            }
            _score[i] = _base[i] + state + division + support * scale;
        }
    }

    // The logarithm of the mean of e to the bond: a likely meaning with a weak bond and an unlikely one with a strong bond both count.
    private double Message(in PlaceOption option, PlaceWeights weights, out EntryKind? holds)
    {
        double sum = 0;
        holds = null;
        for (var i = 0; i < options.Length; i++)
        {
            if (_share[i] < 1e-4) continue;
            if (_share[i] > 0.5 && options[i].Holds(option)) holds = options[i].Kind;
            sum += _share[i] * (Math.Exp(Bond(option, options[i], weights)) - 1);
        }
        return Math.Min(weights.Loudest, Math.Log(1 + sum));
    }

    private static double Bond(in PlaceOption option, in PlaceOption other, PlaceWeights weights)
    {
        if (option.Kind == other.Kind && option.Index == other.Index) return weights.Holder;
        if (option.IsState && other.IsState) return weights.Companions;
        if (other.Holds(option) || option.Holds(other)) return weights.Holder * (other.IsState || option.IsState ? weights.StateHolder : 1);
        var bond = option.State >= 0 && option.State == other.State ? weights.SameState : 0;
        if (option.Admin1 != 0 && option.Admin1 == other.Admin1) bond += weights.SameDivision;
        if (option.IsState || other.IsState || weights.Near == 0) return bond;
        if (Math.Abs(option.Latitude - other.Latitude) > 3.6) return bond;
        var distance = option.DistanceTo(other);
        if (distance < 400) bond += weights.Near * (distance < 40 ? 1 : Math.Log(400 / distance) / Math.Log(10));
        return bond;
    }

    /// <summary>Turns scores into shares.</summary>
    public void Settle()
    {
        var highest = double.NegativeInfinity;
        foreach (var score in _score) highest = Math.Max(highest, score);
        double sum = 0;
        for (var i = 0; i < _score.Length; i++) sum += _share[i] = Math.Exp(_score[i] - highest);
        for (var i = 0; i < _share.Length; i++) _share[i] /= sum;
    }

    /// <summary>Gives all mentions the weightiest option.</summary>
    public void Choose()
    {
        var best = 0;
        for (var i = 1; i < _share.Length; i++) if (_share[i] > _share[best]) best = i;
        foreach (var mention in Mentions) (mention.Options, mention.Chosen, mention.Confidence) = (options, best, _share[best]);
    }
}
