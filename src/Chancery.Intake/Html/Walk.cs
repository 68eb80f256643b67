using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>Goes through a tree without recursion: broken pages nest deeper than a stack is.</summary>
internal static class Walk
{
    /// <summary>Visits nodes in order of the text.</summary>
    /// <param name="root">Where to begin; it is visited too.</param>
    /// <param name="enter">Called before a node's children; false leaves them out (and <paramref name="leave"/> too).</param>
    /// <param name="leave">Called behind a node's children.</param>
    public static void Through(INode root, Func<INode, bool> enter, Action<INode> leave)
    {
        var node = root;
        while (true)
        {
            var entered = enter(node);
            if (entered && node.FirstChild is { } child) { node = child; continue; }
            if (entered) leave(node);
            while (true)
            {
                if (node == root) return;
                if (node.NextSibling is { } next) { node = next; break; }
                node = node.Parent!;
                leave(node);
            }
        }
    }
}
