# Run as SYSTEM (PsExec -s -i powershell) or through MDM, on Windows IoT Enterprise, Enterprise or
# Education. Makes the kiosk the shell of one account; every other account keeps the desktop.
param([Parameter(Mandatory)] [string] $Account)
$ErrorActionPreference = 'Stop'

Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart

$namespace = 'root\standardcimv2\embedded'
$launcher = [wmiclass]"\\localhost\${namespace}:WESL_UserSetting"
$sid = (New-Object Security.Principal.NTAccount($Account)).Translate([Security.Principal.SecurityIdentifier]).Value
$program = '"C:\Program Files\Public Credit Kiosk\public-credit-kiosk.exe"'

# What happens when the program ends: 0 restart the shell, 1 restart the machine, 2 shut down, 3 nothing.
$restartShell = 0
$nothing = 3
# Status 0: staff left the kiosk; they press Ctrl+Alt+Del and log in as administrator.
$launcher.SetCustomShell($sid, $program, @(0), @($nothing), $restartShell)
# All others keep the desktop.
$launcher.SetDefaultShell('explorer.exe', $nothing)
$launcher.SetEnabled($true)
"The shell of $Account is the kiosk. Log off and on again."
