using System.Xml.Linq;
using Chancery.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Chancery.Server.Access;

/// <summary>Keeps the keys of cookies and tokens in the register, so that a restart signs nobody out and several servers of one register understand each other.</summary>
internal sealed class KeyRing(RegisterStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.Sessions.Ring().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName) => store.Sessions.AddToRing(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
