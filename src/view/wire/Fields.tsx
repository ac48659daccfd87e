import { fieldsOf } from './fieldsOf';

/** The fields of a message as a small table. */
export function Fields({ of: message }: { readonly of: object }) {
  return (
    <table className="wireFields">
      <tbody>
        {fieldsOf(message).map(({ key, depth, name, value }) => (
          <tr key={key} data-group={value === '' || undefined}>
            <th scope="row" style={{ paddingLeft: depth * 10 }}>
              {name}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
