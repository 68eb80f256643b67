using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Places;

/// <summary>All mentions of an article that share one sense, with the weight of each option.</summary>
internal sealed class PlaceGroup(PlaceOption[] options, PlaceHolder holder)
{
    // Options that few things speak for are left out of the weighing of others.
    private const double Negligible = 0.02;
    private readonly double[] _base = new double[options.Length];
    private readonly double[] _score = new double[options.Length];
    private readonly double[] _share = new double[options.Length];

    public List<PlaceMention> Mentions { get; } = [];

    public void Start(PlaceWeights weights, int outletState)
    {
        for (var i = 0; i < options.Length; i++)
        {
            ref readonly var option = ref options[i];
            _base[i] = weights.Prior * option.Prior
                + (option.IsState ? weights.State : option.Class == PlaceClass.Division2 ? weights.SecondDivision : 0)
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

    /// <summary>Weighs each option by what the other groups seem to mean. Each group speaks once, through the option that goes best with it.</summary>
    public void Weigh(List<PlaceGroup> groups, PlaceWeights weights)
    {
        for (var i = 0; i < options.Length; i++)
        {
            double support = 0;
            foreach (var other in groups)
                if (other != this) support += other.Support(options[i], weights);
            // Ten places of one state do not speak ten times as loud as one.
            _score[i] = _base[i] + support / Math.Sqrt(1 + 0.15 * groups.Count);
        }
    }

    private double Support(in PlaceOption option, PlaceWeights weights)
    {
        double support = 0;
        for (var i = 0; i < options.Length; i++)
            if (_share[i] > Negligible) support += _share[i] * Bond(option, options[i], weights);
        return support;
    }

    private static double Bond(in PlaceOption option, in PlaceOption other, PlaceWeights weights)
    {
        if (other.Holds(option) || option.Holds(other)) return weights.Holder * (other.IsState || option.IsState ? 0.6 : 1);
        double bond = option.State >= 0 && option.State == other.State ? weights.SameState : 0;
        if (option.Admin1 != 0 && option.Admin1 == other.Admin1) bond += weights.SameDivision;
        if (option.IsState || other.IsState) return bond;
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
        foreach (var mention in Mentions) (mention.Chosen, mention.Confidence) = (best, _share[best]);
    }
}
