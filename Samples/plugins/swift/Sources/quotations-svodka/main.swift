import SpeakerQuotations
import SvodkaCommands
import SvodkaKit

await SvodkaProgram.main(with: [SpeakerQuotations.descriptor])
