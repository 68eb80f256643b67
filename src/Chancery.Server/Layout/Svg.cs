using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Chancery.Server.Layout;

/// <summary>Words in pictures: Razor takes <c>text</c> for its own, so they are written here, encoded.</summary>
internal static class Svg
{
    public static MarkupString Text(double x, double y, string words, string kind = "label", double size = 12) =>
        new(string.Create(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" stroke-width=\"{size / 4:0.##}\" aria-hidden=\"true\">{HtmlEncoder.Default.Encode(words)}</text>"));
}
