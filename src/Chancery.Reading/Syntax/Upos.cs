namespace Chancery.Reading.Syntax;

/// <summary>Universal parts of speech (Universal Dependencies 2).</summary>
public enum Upos : byte
{
    /// <summary>Not tagged.</summary>
    None, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
}

/// <summary>Universal dependency relations; the subtypes that events need are kept apart, other subtypes fold into their relation.</summary>
public enum Deprel : byte
{
    /// <summary>Not parsed.</summary>
    None, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Clf, Compound, CompoundPrt,
    Conj, Cop, Csubj, CsubjPass, Csubjouter, Dep, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod,
    NmodPoss, NmodUnmarked, Nsubj, NsubjPass, NsubjOuter, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp, NmodDesc,
}

/// <summary>Morphological features that status and roles are decided by.</summary>
[Flags]
public enum Morphology : ushort
{
    /// <summary>None known.</summary>
    None = 0,

    /// <summary>Tense=Past.</summary>
    Past = 1,

    /// <summary>Tense=Pres.</summary>
    Present = 2,

    /// <summary>Tense=Fut.</summary>
    Future = 4,

    /// <summary>VerbForm=Fin.</summary>
    Finite = 8,

    /// <summary>VerbForm=Inf.</summary>
    Infinitive = 16,

    /// <summary>VerbForm=Part.</summary>
    Participle = 32,

    /// <summary>VerbForm=Ger.</summary>
    Gerund = 64,

    /// <summary>Mood=Imp.</summary>
    Imperative = 128,

    /// <summary>Voice=Pass.</summary>
    Passive = 256,

    /// <summary>Number=Plur.</summary>
    Plural = 512,

    /// <summary>Number=Sing.</summary>
    Singular = 1024,

    /// <summary>Mood=Sub or Cnd.</summary>
    Subjunctive = 2048,
}
