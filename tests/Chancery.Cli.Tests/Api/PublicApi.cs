using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Cli.Tests.Api;

/// <summary>Writes what an assembly shows to others, one line a member.</summary>
internal static class PublicApi
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "class" : "open class";

    private static string Bases(Type type)
    {
        var own = type.GetInterfaces().Where(i => i.Assembly == type.Assembly).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } b && b != typeof(object) && b.Assembly == type.Assembly) own.Insert(0, Name(b));
        return own.Count == 0 ? "" : " : " + string.Join(", ", own);
    }

    // What compilers add to records (equality, printing, deconstruction) says nothing about the API.
    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type);
        var fields = type.GetFields(All).Select(f => $"{(f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}");
        var properties = type.GetProperties(All).Where(p => !Generated(p)).Select(p => $"{(p.GetAccessors()[0].IsStatic ? "static " : "")}{Name(p.PropertyType)} {p.Name} {{ {(p.GetMethod?.IsPublic == true ? "get; " : "")}{(p.SetMethod?.IsPublic == true ? "set; " : "")}}}");
        var constructors = type.GetConstructors(All).Select(c => $"new({Parameters(c)})");
        var methods = type.GetMethods(All).Where(m => !m.IsSpecialName && !Generated(m) && m.GetBaseDefinition().DeclaringType == type).Select(m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        return fields.Concat(properties).Concat(constructors).Concat(methods);
    }

    private static bool Generated(MemberInfo member) => member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || member.Name is "Deconstruct" or "PrintMembers" or "EqualityContract" || member.Name.StartsWith('<');

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!) + "&";
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter) return type.Name;
        var name = type.Assembly.GetName().Name!.StartsWith("Chancery", StringComparison.Ordinal) ? type.FullName ?? type.Name : type.Name;
        if (!type.IsGenericType) return name.Replace('+', '.');
        return name[..name.IndexOf('`', StringComparison.Ordinal)].Replace('+', '.') + $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
