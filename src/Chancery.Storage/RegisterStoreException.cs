namespace Chancery.Storage;

/// <summary>The store could not do what was asked: full disk, lost connection, a register of a newer version. The message is for people.</summary>
public sealed class RegisterStoreException(string message, Exception? inner = null) : IOException(message, inner);
