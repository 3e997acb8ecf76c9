import SvodkaCommands

await SvodkaProgram.main()
