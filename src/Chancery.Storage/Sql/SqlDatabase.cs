using System.Data.Common;

namespace Chancery.Storage.Sql;

/// <summary>What the two databases do differently. Everything else is one SQL for both.</summary>
internal abstract class SqlDatabase : IDisposable
{
    /// <summary>Name for people, without a password.</summary>
    public abstract string Name { get; }

    /// <summary>Folder of migrations.</summary>
    public abstract string Dialect { get; }

    /// <summary>Opens a connection to read.</summary>
    public abstract DbConnection OpenRead();

    /// <summary>Opens a connection to write and waits until no other writer is at work; the lock ends with the transaction.</summary>
    public abstract SqlWriter OpenWrite();

    /// <summary>A mark of what is committed: while two are equal, nothing was written between them by anybody.</summary>
    public abstract string State();

    /// <summary>A condition that a column is one of the numbers or texts of a parameter.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>The value to bind for <see cref="In"/>.</summary>
    public abstract object Keys<T>(IReadOnlyCollection<T> keys);

    /// <summary>The column of <c>event e</c> that full text goes by.</summary>
    public abstract string TextKey { get; }

    /// <summary>A field of a JSON object as text, null where it is none.</summary>
    public abstract string Field(string column, string name);

    /// <summary><c>event e</c> where full text says which rows: sorted without reading them.</summary>
    public abstract string FoundByText { get; }

    /// <summary>A query with @text that yields <c>event</c>.</summary>
    public abstract string TextSearch { get; }

    /// <summary>What matches (<c>t</c>) of <c>event e</c> are sorted by, the smaller the better; @words are the words asked for, a JSON array in small letters.</summary>
    public abstract string Rank { get; }

    /// <summary>A query with @text that yields <c>event</c>, and <c>rank</c> where <see cref="Rank"/> names it.</summary>
    /// <param name="most">Only so many matches are ranked, or null.</param>
    public abstract string RankedSearch(int? most);

    /// <summary>A query for the numbers of events whose one column of full text (title, people, places, quotes) matches.</summary>
    public abstract string ColumnSearch(string column, string parameter, int? most = null);

    /// <summary>Turns what a person typed into the database's query, of one column or of all.</summary>
    public abstract string TextQuery(string typed, string? column = null);

    /// <summary>Turns the database's exceptions into words for people; null for one that is a fault of this program.</summary>
    public abstract RegisterStoreException? Explain(DbException exception);

    /// <inheritdoc/>
    public virtual void Dispose() { }

    /// <summary>Makes a command.</summary>
    public static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) Bind(command, name, value);
        return command;
    }

    /// <summary>Adds a parameter.</summary>
    public static void Bind(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}

/// <summary>Short ways to ask.</summary>
internal static class CommandAnswers
{
    /// <summary>The first value of the first row, or null.</summary>
    public static object? Scalar(this DbCommand command)
    {
        using (command) return command.ExecuteScalar() is var value && value is DBNull ? null : value;
    }
}
