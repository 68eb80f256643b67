using Chancery.Cli;

return ExitCode.Of(ChanceryCommand.Create(), args);
