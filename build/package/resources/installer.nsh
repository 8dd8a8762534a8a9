# Read by electron-builder's NSIS script: what this installer does besides.
#
# An older version is not put over a newer one. What the newer one has stored would be read by a program
# that does not know it, and a fleet that is rolled out twice in the wrong order would fall back unseen.
# Who wants the older one removes the newer one first, which leaves settings, data and log where they are.

!include "LogicLib.nsh"
!include "WordFunc.nsh"

# ERROR_PRODUCT_VERSION of Windows Installer: what tools that distribute software know it by.
!define NEWER_VERSION_INSTALLED 1638

!macro customInit
  # Installed for all users, so it stands with the machine and not with whoever installs.
  ReadRegStr $R0 HKLM "${UNINSTALL_REGISTRY_KEY}" "DisplayVersion"
  ${If} $R0 != ""
    ${VersionCompare} "$R0" "${VERSION}" $R1
    # 1: the first of them is newer.
    ${If} $R1 == 1
      MessageBox MB_OK|MB_ICONSTOP|MB_TOPMOST|MB_SETFOREGROUND "本机已安装较新版本 $R0，不能用 ${VERSION} 覆盖。$\r$\n如需退回旧版本，请先卸载，再安装；设置、数据和日志会保留。$\r$\n$\r$\nThe newer version $R0 is installed; ${VERSION} is not put over it.$\r$\nTo go back, uninstall first and install then. Settings, data and log stay." /SD IDOK
      SetErrorLevel ${NEWER_VERSION_INSTALLED}
      Quit
    ${EndIf}
  ${EndIf}
!macroend
