using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Cli.Talking;
using Chancery.Server.Access;
using Chancery.Storage;
using Chancery.Storage.Access;

namespace Chancery.Cli.Verbs;

/// <summary><c>users</c>: who may read, decide and keep, and the keys of their programs.</summary>
internal static class UsersVerb
{
    public static Command Create() => new("users", "People of a register and the keys of their programs. A register without users is open to its own machine and to no other.\n\nExample: chancery users add amina --role keeper")
    {
        Add(), Remove(), List(), Key(),
    };

    private static Command Add()
    {
        var (name, register, role) = (Name(), RegisterOption.Create(), RoleOption("What the person may do."));
        var elsewhere = new Option<bool>("--sign-on") { Description = "The person signs in by single sign-on, under this very name, and has no password here" };
        var command = new Command("add", "Adds somebody, or gives somebody who is there another role and password. The password is asked for; from a script it is the first line of stdin.\n\nExample: chancery users add amina --role reviewer\nExample: chancery users add amina@example.org --role reader --sign-on") { name, register, role, elsewhere };
        command.SetAction(parsed =>
        {
            using var store = register.Open(parsed);
            var who = parsed.GetValue(name)!.Trim();
            if (who.Length is 0 or > 100 || who.Any(char.IsControl)) throw new FormatException("a name has 1 to 100 characters");
            string? hash = null;
            if (!parsed.GetValue(elsewhere))
            {
                var password = SecretLine.Ask($"Password of {who}: ");
                if (Passwords.Fault(who, password) is { } fault) throw new FormatException(fault);
                hash = Passwords.Hash(who, password);
            }
            store.People.Put(new Person(who, parsed.GetValue(role)!, hash, store.Now));
            store.Sessions.RemoveAll(who);
            Log(store, "person added", $"{who} as {parsed.GetValue(role)}");
            Console.Error.WriteLine($"chancery: {who} is {parsed.GetValue(role)} of {store.Name}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var (name, register) = (Name(), RegisterOption.Create());
        var command = new Command("remove", "Takes somebody away, with sessions and keys; what was judged stays, under the name.\n\nExample: chancery users remove amina") { name, register };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var who = parsed.GetValue(name)!;
            if (!store.People.Remove(who, store.Now)) throw new FormatException($"nobody is called {who}");
            Log(store, "person removed", who);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var (register, json) = (RegisterOption.Create(), CommonOptions.Json());
        var command = new Command("list", "Lists people and keys; never a password or a secret.\n\nExample: chancery users list") { register, json };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var keys = store.People.Keys().ToLookup(k => k.Person);
            foreach (var person in store.People.All())
            {
                if (parsed.GetValue(json))
                {
                    Console.WriteLine(UserLine.Json(person, keys[person.Name]));
                    continue;
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{person.Name,-24} {person.Role,-9} {(person.Password is null ? "sign-on" : "password"),-9} since {person.Added:yyyy-MM-dd}"));
                foreach (var key in keys[person.Name]) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  key {key.Id}  {key.Role,-9} {key.Label}{(key.Revoked is { } at ? $"  revoked {at:yyyy-MM-dd}" : "")}"));
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Key() => new("key", "Keys by which programs of a person ask: 'Authorization: Bearer KEY'.\n\nExample: chancery users key add amina --label spreadsheet")
    {
        AddKey(), RevokeKey(),
    };

    private static Command AddKey()
    {
        var (name, register, role) = (Name(), RegisterOption.Create(), RoleOption("What the program may do; never more than the person."));
        var label = new Option<string>("--label") { Description = "What the key is for.", DefaultValueFactory = _ => "program", HelpName = "WORDS" };
        var command = new Command("add", "Makes a key and prints it, once: the register keeps only its hash.\n\nExample: chancery users key add amina --label spreadsheet") { name, register, role, label };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var who = parsed.GetValue(name)!;
            if (store.People.Find(who) is null) throw new FormatException($"nobody is called {who}; 'chancery users add' adds people");
            var (key, text) = ApiKeys.Make(store, who, Roles.Parse(parsed.GetValue(role)!)!.Value, parsed.GetValue(label)!);
            Log(store, "key made", $"{key.Id} of {who} as {key.Role}");
            Console.WriteLine(text);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command RevokeKey()
    {
        var id = new Argument<string>("id") { Description = "Its id, as 'users list' prints it." };
        var register = RegisterOption.Create();
        var command = new Command("revoke", "Takes a key back at once and for ever.\n\nExample: chancery users key revoke 0a1b2c3d4e5f") { id, register };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            if (!store.People.Revoke(parsed.GetValue(id)!, store.Now)) throw new FormatException($"there is no valid key {parsed.GetValue(id)}");
            Log(store, "key revoked", parsed.GetValue(id));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "Name of the person, as judgements carry it." };

    private static Option<string> RoleOption(string description)
    {
        var role = new Option<string>("--role") { Description = description + " One of reader, reviewer, keeper.", DefaultValueFactory = _ => Roles.Names[0], HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. Roles.Names]);
        return role;
    }

    private static void Log(RegisterStore store, string act, string? about) => store.Audit.Add(Environment.UserName, "cli", act, about, "done", store.Now);
}
