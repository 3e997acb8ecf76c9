import SvodkaCommands
import SvodkaKit
import TYPE

await SvodkaProgram.main(with: [TYPE.descriptor])
