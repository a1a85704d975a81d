/** What `--help` prints. */
export const usage = `Examines the live stream of a Signalbox as visitors get it, and names what is wrong.

  npm run doctor -- <url> [--hop <url> …] [options]

  npm run doctor -- https://status.example.com
  npm run doctor -- https://status.example.com --hop http://10.0.0.7:8080 --hop http://10.0.0.9:3000

  <url>              the address people open, https when it names no scheme
  --hop <url>        an address behind it, from outside in: CDN, load balancer, the app itself.
                     With hops a fault is placed between two of them. Each is asked under the public Host
  --host <name>      the public Host, where <url> is reached by another name or address
  --origin <origin>  the page's origin, where it is not that of <url>
  --seconds <n>      the most it may take (5 to 600, default 45). Two heartbeats must fit in:
                     with the usual 15 s, less than 40 leaves some faults unseen
  --insecure         leave certificates unjudged
  --json             print the report as JSON, for scripts
  --help             this

Exit code: 0 healthy, or warnings alone; 1 errors; 2 the command line was wrong, or nothing was reached.
It needs nothing of the installation but its address, opens at most 12 connections to each, and changes nothing.
What each finding means: docs/doctor.md
`;
