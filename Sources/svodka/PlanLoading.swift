import Foundation
import SvodkaKit
import SvodkaPipeline
import SvodkaResources

/// From `--pipeline` and `--set` to a plan.
struct PlanLoading {
  var pipeline: String?
  var variables: [String]
  var resources: ResourceLoader

  func plan() throws(AnalysisError) -> Plan {
    let planner = Planner(registry: try BuiltinPlugins.registry(), resources: resources)
    guard let pipeline else { return try planner.plan(BuiltinPlugins.defaultPipeline) }
    var values = ProcessInfo.processInfo.environment
    for variable in variables {
      guard let equals = variable.firstIndex(of: "="), equals != variable.startIndex else {
        throw AnalysisError(.badArgument, "--set takes name=value, not '\(variable)'")
      }
      values[String(variable[..<equals])] = String(variable[variable.index(after: equals)...])
    }
    return try planner.plan(try PipelineReader(variables: values).read(path: pipeline))
  }
}
