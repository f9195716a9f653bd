// Validates the data package in a folder, and every row of its tables against their
// schemas. Prints a JSON object, {"errors": [...], "rows": {table: number}}.
const {Package, validate} = require('datapackage')

async function main(file) {
  const found = await validate(file)
  const errors = found.errors.map(String)
  const rows = {}
  const dataPackage = await Package.load(file, {strict: true})
  for (const resource of dataPackage.resources) {
    if (!resource.tabular) continue
    rows[resource.name] = 0
    try {
      const stream = await resource.iter({cast: true, relations: false})
      for await (const row of stream) {
        if (row.errors) errors.push(...row.errors.map(String))
        rows[resource.name]++
      }
    } catch (error) {
      errors.push(resource.name + ': ' + error, ...(error.errors || []).map(String))
    }
  }
  console.log(JSON.stringify({errors, rows}))
}

main(process.argv[2]).catch(error => {
  console.error(String(error), (error.errors || []).map(String))
  process.exit(1)
})
